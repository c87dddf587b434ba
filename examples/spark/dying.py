"""The command, which once, in the middle of its rows, is killed; or the worker of Spark's that asked it is: `dying.py command|worker MARK COMMAND…`."""

import os
import signal
import subprocess
import sys

victim, mark, *command = sys.argv[1:]
process = subprocess.Popen(command, stdout=subprocess.PIPE)
for number, line in enumerate(process.stdout):
    sys.stdout.buffer.write(line)
    if number == 100:
        sys.stdout.flush()
        try:
            os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            continue  # somebody has died by now
        os.kill(process.pid if victim == "command" else os.getppid(), signal.SIGKILL)
sys.stdout.flush()
sys.exit(1 if process.wait() else 0)
