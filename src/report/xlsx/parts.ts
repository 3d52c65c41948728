/** The parts of a workbook that hold its parts together: ECMA-376 part 1, 18.2, and part 2. */
import type { ZipFile } from '../../codec/zip.js';
import { relationshipsXml } from './links.js';
import type { Sheet } from './sheet.js';
import { mainNamespace, relationshipsNamespace, xml, xmlDeclaration } from './xml.js';

const office = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const corePropertiesType = 'application/vnd.openxmlformats-package.core-properties+xml';
const corePropertiesRelation = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
const relationshipsType = 'application/vnd.openxmlformats-package.relationships+xml';

export type WorkbookParts = {
  readonly title: string;
  readonly locale: string;
  readonly sheets: readonly (Sheet & { readonly name: string })[];
  readonly styles: string;
  readonly strings: string;
};

function contentTypes(sheets: WorkbookParts['sheets']): string {
  const parts: [path: string, type: string][] = [
    ['/xl/workbook.xml', `${office}.sheet.main+xml`],
    ...sheets.map((_, index): [string, string] => [`/xl/worksheets/sheet${index + 1}.xml`, `${office}.worksheet+xml`]),
    ['/xl/styles.xml', `${office}.styles+xml`],
    ['/xl/sharedStrings.xml', `${office}.sharedStrings+xml`],
    ['/docProps/core.xml', corePropertiesType],
  ];
  return (
    `${xmlDeclaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    `<Default Extension="rels" ContentType="${relationshipsType}"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    parts.map(([path, type]) => `<Override PartName="${path}" ContentType="${type}"/>`).join('') +
    '</Types>'
  );
}

/** Says what the file is of, but not who made it or when: the same report is the same file. */
const coreProperties = (title: string, locale: string): string =>
  `${xmlDeclaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
  `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(title)}</dc:title>` +
  `<dc:language>${xml(locale)}</dc:language></cp:coreProperties>`;

function workbookXml(sheets: WorkbookParts['sheets']): string {
  const elements = sheets.map(
    ({ name }, index) => `<sheet name="${xml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return (
    `${xmlDeclaration}<workbook xmlns="${mainNamespace}" xmlns:r="${relationshipsNamespace}"><workbookPr/>` +
    `<bookViews><workbookView/></bookViews><sheets>${elements.join('')}</sheets></workbook>`
  );
}

/** Lists the files of a workbook. */
export function workbookFiles({ title, locale, sheets, styles, strings }: WorkbookParts): ZipFile[] {
  const count = sheets.length;
  const files: ZipFile[] = [
    { path: '[Content_Types].xml', content: contentTypes(sheets) },
    {
      path: '_rels/.rels',
      content: relationshipsXml([
        { id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' },
        { id: 'rId2', type: corePropertiesRelation, target: 'docProps/core.xml' },
      ]),
    },
    { path: 'docProps/core.xml', content: coreProperties(title, locale) },
    { path: 'xl/workbook.xml', content: workbookXml(sheets) },
    {
      path: 'xl/_rels/workbook.xml.rels',
      content: relationshipsXml([
        ...sheets.map((_, index) => ({
          id: `rId${index + 1}`,
          type: 'worksheet',
          target: `worksheets/sheet${index + 1}.xml`,
        })),
        { id: `rId${count + 1}`, type: 'styles', target: 'styles.xml' },
        { id: `rId${count + 2}`, type: 'sharedStrings', target: 'sharedStrings.xml' },
      ]),
    },
    { path: 'xl/styles.xml', content: styles },
    { path: 'xl/sharedStrings.xml', content: strings },
  ];
  sheets.forEach(({ xml: content, relationships }, index) => {
    files.push({ path: `xl/worksheets/sheet${index + 1}.xml`, content });
    if (relationships === undefined) return;
    files.push({ path: `xl/worksheets/_rels/sheet${index + 1}.xml.rels`, content: relationships });
  });
  return files;
}
