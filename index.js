// n8n reads the nodes and credentials from the "n8n" section of package.json; this file only makes
// the package loadable by its name.
module.exports = {};
