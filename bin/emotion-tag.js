#!/usr/bin/env node
/** One file a subcommand: `copy` needs nothing that was built for Node. */
await import(process.argv[2] === 'copy' ? './copy.js' : '../lib/node/cli.js');

export {};
