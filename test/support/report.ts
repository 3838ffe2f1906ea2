/** What a run told the user of each item, by index. */
import type { INodeExecutionData } from 'n8n-workflow';
import type { Ending } from '../../nodes/ClientPoint/execution/report/items';
import type { NodeRun } from './clientPoint';

/** From the items put out, or from the data of the error that stopped the run. */
export function toldOf(
	{ done, failed, error }: Pick<NodeRun, 'done' | 'failed' | 'error'>,
	count: number,
): Array<Ending[]> {
	const told: Array<Ending[]> = Array.from({ length: count }, () => []);
	for (const item of [...done, ...failed]) told[indexOf(item)].push(kindOf(item));
	for (const { item, outcome } of outcomesOf(error)) told[item].push(outcome);
	return told;
}

/** Every item's outcome, as the data of an error has it. */
export const outcomesOf = (
	error: NodeRun['error'],
): Array<{ item: number; outcome: Ending; json?: object }> =>
	error ? Object(error.context?.data).outcomes : [];

const indexOf = ({ pairedItem }: INodeExecutionData) =>
	typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : -1;

const kindOf = ({ json }: INodeExecutionData): Ending =>
	json.details ? Object(json.details).outcome : json.alreadySent ? 'already sent' : 'done';
