module.exports = (globalThis.requireOnce ?? require)('../../../node_modules/n8n-core');
