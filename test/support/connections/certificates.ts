/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on the developer's machine, never inside n8n */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';

export interface Certificate {
	key: string;
	cert: string;
}

const DAY = 86_400_000;

const forHost = async (host: string, expires: number): Promise<Certificate> => {
	const { private: key, cert } = await generate([{ name: 'commonName', value: host }], {
		keyType: 'ec',
		algorithm: 'sha256',
		notBeforeDate: new Date(Date.now() - 2 * DAY),
		notAfterDate: new Date(Date.now() + expires),
		extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: host }] }],
	});
	return { key, cert };
};

/** Makes all certificates, and in `directory` the file of those that are to be trusted. */
export async function makeCertificates(directory: string) {
	const certificates = {
		good: await forHost('localhost', DAY),
		otherHost: await forHost('other.example', DAY),
		expired: await forHost('localhost', -DAY),
		untrusted: await forHost('localhost', DAY),
	};
	const { good, otherHost, expired } = certificates;
	const trusted = join(directory, 'trusted.pem');
	writeFileSync(trusted, [good, otherHost, expired].map(({ cert }) => cert).join('\n'));
	const all = join(directory, 'certificates.json');
	writeFileSync(all, JSON.stringify(certificates));
	return { trusted, all };
}

export type Certificates = Record<'good' | 'otherHost' | 'expired' | 'untrusted', Certificate>;
