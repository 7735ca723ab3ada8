import type { Drawn } from './drawn';

/** What is used of a node that miniprogram-simulate draws with. */
export interface TreeNode {
  readonly id?: string;
  readonly textContent?: string;
  readonly childNodes?: readonly TreeNode[];
  readonly shadowRoot?: TreeNode;
  readonly _vt?: {
    readonly tagName?: string;
    readonly attrs?: readonly { readonly name: string; readonly value: unknown }[];
  };
  triggerEvent(name: string, detail: object, options: object): void;
}

type Happen = (node: TreeNode, event: string, detail: object) => void;

/** Taro's own component, which holds what is nested too deeply for one template. */
const deeper = 'comp';
/** Ends of lines inside an element belong to the template, not to the words. */
const words = (text: string | undefined): string => (text ?? '').replace(/^\s*\n\s*|\s*\n\s*$/g, '');

/** A drawn node with everything below it; templates, loops and conditions leave only what they drew. */
export function elementOf(node: TreeNode, tag: string, happen: Happen): Drawn {
  const children = inside(node.shadowRoot && (tag === 'page' || tag === deeper) ? node.shadowRoot : node, happen);
  const attributes = Object.fromEntries((node._vt?.attrs ?? []).map(({ name, value }) => [name, String(value)]));
  return {
    tag,
    id: attributes.id ?? '',
    classes: (attributes.class ?? '').split(/\s+/).filter((name) => name !== ''),
    attributes,
    children: children.filter((child) => typeof child !== 'string'),
    text: children.map((child) => (typeof child === 'string' ? child : child.text)).join(''),
    happen: (event, detail = {}) => happen(node, event, detail),
  };
}

function inside(node: TreeNode, happen: Happen): readonly (Drawn | string)[] {
  return (node.childNodes ?? []).flatMap((child) => {
    if (child.childNodes === undefined) return [words(child.textContent)];
    const tag = child._vt?.tagName ?? '';
    if (tag === deeper && child.shadowRoot) return inside(child.shadowRoot, happen);
    return isVirtual(tag) ? inside(child, happen) : [elementOf(child, tag, happen)];
  });
}

const isVirtual = (tag: string): boolean =>
  ['', 'virtual', 'wx-virtual', 'block', 'wx-block', 'template'].includes(tag);
