/** What a run told the user of each item, by index. */
import type { INodeExecutionData } from 'n8n-workflow';
import type { NodeRun } from './clientPoint';

export type Told = 'done' | 'refused' | 'postponed' | 'unknown' | 'not sent';

const LABELS: Array<[string, Told]> = [
	['Done', 'done'],
	['Not done', 'refused'],
	['Not known', 'unknown'],
	['Not sent', 'not sent'],
];

/** From the items put out, or from the description of the error that stopped the run. */
export function toldOf({ done, failed, error }: NodeRun, count: number): Array<Told[]> {
	const told: Array<Told[]> = Array.from({ length: count }, () => []);
	for (const item of [...done, ...failed]) told[indexOf(item)].push(kindOf(item));
	for (const [label, kind] of error ? LABELS : []) {
		const ranges = new RegExp(`${label}: (?:item|\\d+ items,) ([\\d, -]+)\\.`).exec(
			error?.description ?? '',
		)?.[1];
		for (const range of ranges?.split(', ') ?? []) {
			const [from, to = from] = range.split('-').map(Number);
			for (let index = from; index <= to; index += 1) told[index].push(kind);
		}
	}
	return told;
}

const indexOf = ({ pairedItem }: INodeExecutionData) =>
	typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : -1;

const kindOf = ({ json }: INodeExecutionData): Told =>
	json.details ? Object(json.details).outcome : 'done';
