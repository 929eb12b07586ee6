import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './run.mjs';

/** Interfaces of `src/app/element-types.ts`, the elements they speak of, and their events. */
const ELEMENTS = [
  {
    tag: 'sanxian-app',
    name: 'SanxianApp',
    type: 'SanxianAppElement',
    events: ['sanxian-check-complete', 'sanxian-project-change', 'sanxian-error'],
    parts: ['frame', 'map'],
  },
  {
    tag: 'sanxian-map',
    name: 'SanxianMap',
    type: 'SanxianMapElement',
    events: [
      'sanxian-map-view',
      'sanxian-map-piece',
      'sanxian-map-identify',
      'sanxian-project-change',
      'sanxian-error',
    ],
    parts: ['map'],
  },
];

/**
 * The custom-elements manifest (schema 1.0.0), read from the published types alone: what they do not name
 * is nobody's business. TypeScript reads them; the usual analyzer brings a second one along.
 */
export function manifest() {
  const path = join(root, 'src', 'app', 'element-types.ts');
  const source = ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.ES2022,
    true,
  );
  const interfaces = new Map(
    source.statements
      .filter((statement) => ts.isInterfaceDeclaration(statement))
      .map((statement) => [statement.name.text, statement]),
  );
  const eventTypes = new Map(
    interfaces
      .get('SanxianEventMap')
      .members.map((member) => [
        member.name.text,
        { type: member.type.getText(source), description: docOf(member) },
      ]),
  );
  const modules = ELEMENTS.map(({ tag, name, type, events, parts }) => {
    const own = interfaces.get(type);
    const members = [interfaces.get('SanxianElementBase'), own].flatMap(({ members }) => [
      ...members,
    ]);
    const described = members.map((member) => memberOf(member, source));
    return {
      kind: 'javascript-module',
      path: `dist/${tag}.js`,
      declarations: [
        {
          kind: 'class',
          customElement: true,
          tagName: tag,
          name,
          description: docOf(own),
          superclass: { name: 'HTMLElement' },
          members: described,
          attributes: described
            .filter(({ attribute }) => attribute)
            .map(({ attribute, name: fieldName, type: fieldType, description }) => ({
              name: attribute,
              fieldName,
              type: fieldType,
              ...(description && { description }),
            })),
          events: events.map((event) => {
            const { type: text, description } = eventTypes.get(event);
            return { name: event, type: { text }, ...(description && { description }) };
          }),
          cssParts: parts.map((part) => ({ name: part })),
        },
      ],
      exports: [
        { kind: 'js', name, declaration: { name, module: `dist/${tag}.js` } },
        {
          kind: 'custom-element-definition',
          name: tag,
          declaration: { name, module: `dist/${tag}.js` },
        },
      ],
    };
  });
  return { schemaVersion: '1.0.0', readme: 'README.md', modules };
}

function memberOf(member, source) {
  const name = member.name.text;
  const description = docOf(member);
  if (ts.isMethodSignature(member)) {
    return {
      kind: 'method',
      name,
      parameters: member.parameters.map((one) => ({
        name: one.name.getText(source),
        type: { text: one.type.getText(source) },
      })),
      return: { type: { text: member.type.getText(source) } },
      ...(description && { description }),
    };
  }
  const [, attribute] = /Attribute `([\w-]+)`/.exec(description) ?? [];
  return {
    kind: 'field',
    name,
    type: { text: member.type.getText(source) },
    ...(member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword) && {
      readonly: true,
    }),
    ...(attribute && { attribute }),
    ...(description && { description }),
  };
}

function docOf(node) {
  return ts
    .getJSDocCommentsAndTags(node)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replaceAll(/\s+/g, ' ');
}
