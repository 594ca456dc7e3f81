import type { Node, Operand, Pipeline, Template } from '../../lib/gotemplate/index.ts';

/** The shape of a template on one line, so that a table of them can be read. */
export function outline({ nodes, definitions }: Template): string {
  const defined = [...definitions].map(([name, body]) => `define ${name} {${outlineNodes(body)}}`);
  return [...defined, outlineNodes(nodes)].filter((part) => part !== '').join(' ');
}

function outlineNodes(nodes: readonly Node[]): string {
  return nodes.map(outlineNode).join(' ');
}

function outlineNode(node: Node): string {
  switch (node.kind) {
    case 'text':
      return JSON.stringify(node.text);
    case 'action':
      return `{${outlinePipeline(node.pipeline)}}`;
    case 'break':
    case 'continue':
      return node.kind;
    case 'template':
      return `template ${node.name}${node.pipeline ? ` ${outlinePipeline(node.pipeline)}` : ''}`;
    default: {
      const condition = node.pipeline ? ` ${outlinePipeline(node.pipeline)}` : '';
      const otherwise = node.else ? ` else {${outlineNodes(node.else)}}` : '';
      return `${node.kind}${condition} {${outlineNodes(node.then)}}${otherwise}`;
    }
  }
}

function outlinePipeline({ declares, assigns, commands }: Pipeline): string {
  const names = declares.map(({ name }) => name).join(', ');
  const sign = declares.length === 0 ? '' : assigns ? ' = ' : ' := ';
  const chain = commands.map(({ operand, args }) =>
    [operand, ...args].map(outlineOperand).join(' '),
  );
  return names + sign + chain.join(' | ');
}

function outlineOperand(operand: Operand): string {
  switch (operand.kind) {
    case 'dot':
      return '.';
    case 'nil':
      return 'nil';
    case 'bool':
    case 'string':
      return JSON.stringify(operand.value);
    case 'number':
      return `${operand.type} ${operand.value}`;
    case 'function':
      return operand.name;
    case 'pipeline':
      return `(${outlinePipeline(operand.pipeline)})`;
    case 'variable':
      return [operand.name, ...operand.fields.map(({ name }) => name)].join('.');
    case 'field':
      return operand.fields.map(({ name }) => `.${name}`).join('');
    case 'chain':
      return [outlineOperand(operand.of), ...operand.fields.map(({ name }) => name)].join('.');
  }
}
