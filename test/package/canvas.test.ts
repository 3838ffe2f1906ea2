/** What one sees on opening an example: a neat canvas, and forms that have all that it fills in. */
import type { INode } from 'n8n-workflow';
import { exampleNames, readExample } from '../../dev/examples';
import { findOperation } from '../../nodes/ClientPoint/actions';
import { optionsProperty } from '../../nodes/ClientPoint/execution/options';
import { properties as triggerForm } from '../../nodes/ClientPointTrigger/form';

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
	const { nodes } = readExample(name);

	it('has a canvas on which nothing covers anything', () => {
		const covered = nodes.flatMap((node, index) =>
			nodes
				.slice(index + 1)
				.filter((other) => overlap(boxOf(node), boxOf(other)))
				.map((other) => [node.name, other.name]),
		);
		expect(covered).toEqual([]);
	});

	it('fills in only what the forms have', () => {
		for (const { name: node, type, parameters } of nodes) {
			if (!type.startsWith('n8n-nodes-clientpoint.')) continue;
			const { resource, operation, ...form } = parameters;
			const fields = type.endsWith('.clientPointTrigger')
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
