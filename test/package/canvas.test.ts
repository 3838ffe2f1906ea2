/** What one sees on opening an example: notes, a neat canvas, and data for the first click. */
import type { INode } from 'n8n-workflow';
import { exampleNames, readExample } from '../../dev/examples';
import { findOperation } from '../../nodes/ClientPoint/actions';
import { optionsProperty } from '../../nodes/ClientPoint/execution/options';
import { properties as triggerForm } from '../../nodes/ClientPointTrigger/form';

const isNote = ({ type }: INode) => type.endsWith('.stickyNote');

/** Where a node stands with its name below it, in n8n's pixels. */
function boxOf({ type, position: [x, y], parameters }: INode) {
	if (type.endsWith('.stickyNote')) {
		return { x, y, width: Number(parameters.width), height: Number(parameters.height) };
	}
	// An agent is as wide as its inputs below want it.
	const width = type.endsWith('.agent') ? 256 : 96;
	return { x: x - 32, y, width: width + 64, height: 96 + 64 };
}

type Box = ReturnType<typeof boxOf>;

const overlap = (one: Box, other: Box) =>
	one.x < other.x + other.width &&
	other.x < one.x + one.width &&
	one.y < other.y + other.height &&
	other.y < one.y + one.height;

describe.each(exampleNames())('%s', (name) => {
	const { nodes, connections, pinData = {} } = readExample(name);
	const notes = nodes.filter(isNote);
	const others = nodes.filter((node) => !isNote(node));
	const find = (wanted: string) => nodes.filter((node) => node.name === wanted);
	const targetsOf = (node: INode) =>
		(connections[node.name]?.main ?? []).flatMap((targets) =>
			(targets ?? []).flatMap((target) => find(target.node)),
		);

	it('has a note that says what it shows, and what the first click does', () => {
		const [first] = notes.map(({ parameters }) => String(parameters.content));
		expect(first).toMatch(/^## \S.*\n/);
		expect(first).toContain('**First click');
	});

	it('has a canvas on which nothing covers anything', () => {
		const covered = nodes.flatMap((node, index) =>
			nodes
				.slice(index + 1)
				.filter((other) => overlap(boxOf(node), boxOf(other)))
				.map((other) => [node.name, other.name]),
		);
		expect(covered).toEqual([]);
	});

	it('brings data for each node that waits for a caller', () => {
		const reached = new Set(
			Object.values(connections).flatMap((byType) =>
				Object.values(byType).flatMap((outputs) =>
					outputs.flatMap((targets) => (targets ?? []).map(({ node }) => node)),
				),
			),
		);
		// A model and a tool serve the agent: they wait for nobody.
		const starts = others.filter(
			(node) => !reached.has(node.name) && targetsOf(node).length > 0 && !/manual/i.test(node.type),
		);
		expect(starts.filter((node) => !pinData[node.name]?.length)).toEqual([]);
		expect(Object.keys(pinData).filter((pinned) => find(pinned).length !== 1)).toEqual([]);
	});

	it('pins at ClientPoint Trigger what ClientPoint documents, as the trigger hands it on', () => {
		for (const { name: trigger } of others.filter(isTrigger)) {
			for (const { json } of pinData[trigger]) {
				expect(Object.keys(json)).toEqual(SIMPLIFIED);
				expect(json).toMatchObject({
					clientpoint_id: json.ClientPointId,
					clientpoint_url: json.ClientPointLink,
					ClientPointId: expect.any(Number),
					Revenue: expect.any(Number),
				});
			}
		}
	});

	it('fills in only what the forms have', () => {
		for (const { name: node, type, parameters } of others) {
			if (!type.startsWith('n8n-nodes-clientpoint.')) continue;
			const { resource, operation, ...form } = parameters;
			const fields = isTrigger({ type })
				? triggerForm
				: [...(findOperation(resource, operation)?.properties ?? []), optionsProperty];
			const names = fields.map((field) => field.name);
			expect([node, Object.keys(form).filter((key) => !names.includes(key))]).toEqual([node, []]);
			const locators = fields.filter((field) => field.type === 'resourceLocator');
			for (const locator of locators) {
				expect(form[locator.name]).toEqual({ __rl: true, mode: 'id', value: expect.any(String) });
			}
		}
	});
});

const isTrigger = ({ type }: Pick<INode, 'type'>) => type.endsWith('.clientPointTrigger');

/** The payload that ClientPoint documents, simplified. */
const SIMPLIFIED =
	'clientpoint_id clientpoint_url Event ClientPointId Revenue Client ViewStatus HandDelivered CreatedDate SendDate WonDate DisableDate LastModifyDate OpportunityId AssignedTo CreatedBy Category Status Division DivisionId WorkSpace Market Service SubServices Region LastViewTime LastViewEmail CustomFields ClientPointLink'.split(
		' ',
	);
