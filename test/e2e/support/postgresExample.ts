/** The example that keeps its keys in Postgres. */
import { readExample } from '../../../dev/examples';
import type { Lead } from './onceWorkflow';
import { post } from './post';
import type { Postgres } from './queueServices';

export const POSTGRES_PATH = 'once-with-postgres';

const postgresNodes = readExample(POSTGRES_PATH).nodes.filter(({ type }) =>
	type.endsWith('.postgres'),
);

/** What its node "Make the table" does. */
export const MAKE_TABLE = String(
	postgresNodes.find(({ name }) => name === 'Make the table')?.parameters.query,
);

export const postgresCredential = ({ port, user, database }: Postgres) => ({
	id: String(postgresNodes[0].credentials?.postgres.id),
	name: 'Postgres account',
	type: 'postgres',
	data: { host: '127.0.0.1', port, user, database, password: '', ssl: 'disable' },
});

/** Posts one deal, and gives the last node's item; `undefined` where the execution failed. */
export async function postDeal(url: string, { company, deal }: Lead) {
	const body = { deal_id: deal, company, amount: 1, owner: 'rep@yourcompany.com' };
	const { status, text } = await post(`${url}/webhook/${POSTGRES_PATH}`, body);
	return status === 200 ? JSON.parse(text) : undefined;
}
