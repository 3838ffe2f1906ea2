/**
 * The verified-node scanner's rules on the source and on the unpacked tarball, as n8n applies them
 * to a published package; inline disables do not count there. Exit code 1 on a finding.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { unpackTarball } from './tarball.ts';

const folder = mkdtempSync(join(tmpdir(), 'clientpoint-scan-'));
try {
	unpackTarball(folder);
	const results = {
		source: await analyzePackage(process.cwd(), SOURCE_FILE_PATTERNS),
		tarball: await analyzePackage(folder, ['**/*.js', 'package.json']),
	};
	for (const [part, { passed, message, details }] of Object.entries(results)) {
		console.log(`${part}: ${passed ? 'passed' : 'FAILED'}${message ? ` (${message})` : ''}`);
		if (details) console.log(details);
		// The scanner also "passes" when it finds no file at all.
		if (!passed || message) process.exitCode = 1;
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
