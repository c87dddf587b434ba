// A folder of static files, for any host; without this line it runs on a server, and the tag needs nothing else.
module.exports = { output: 'export' };
