/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on the developer's machine, never inside n8n */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';

export interface Certificate {
	key: string;
	cert: string;
}

const DAY = 86_400_000;

async function forLocalhost(): Promise<Certificate> {
	const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
		keyType: 'ec',
		algorithm: 'sha256',
		notBeforeDate: new Date(Date.now() - DAY),
		notAfterDate: new Date(Date.now() + DAY),
		extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
	});
	return { key, cert };
}

/** Makes two, one of which is trusted, and in `directory` the files that say so. */
export async function makeCertificates(directory: string) {
	const certificates = { good: await forLocalhost(), untrusted: await forLocalhost() };
	const trusted = join(directory, 'trusted.pem');
	writeFileSync(trusted, certificates.good.cert);
	const all = join(directory, 'certificates.json');
	writeFileSync(all, JSON.stringify(certificates));
	return { trusted, all };
}

export type Certificates = Record<'good' | 'untrusted', Certificate>;
