import { isHeld, type Aim, type Benchmark, type Cell, type Report, type Table } from './benchmark';

/** What a terminal shows without wrapping. */
const WIDTH = 100;
const GAP = 2;

/** A report as text, no line wider than a terminal of 100 columns. */
export function printReport({ name, question }: Benchmark, report: Report): string {
  return [
    `## ${name}: ${question}`,
    ...report.tables.map(printTable),
    ...(report.aims?.length ? [printTable(aimsTable(report.aims))] : []),
    ...(report.notes ?? []).map((note) => wrap(`- ${note}`, WIDTH, '  ')),
    '',
  ].join('\n');
}

const aimsTable = (aims: readonly Aim[]): Table => ({
  title: 'Aims',
  columns: ['aim', 'measured', 'at most', 'unit', 'held'],
  rows: aims.map((aim) => [
    aim.what,
    aim.measured,
    aim.atMost,
    aim.unit,
    isHeld(aim) ? 'yes' : 'NO',
  ]),
});

function printTable({ title, columns, rows }: Table): string {
  const texts = rows.map((row) => row.map(printCell));
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...texts.map((row) => row[index]?.length ?? 0)),
  );
  const rest = widths.slice(1).reduce((sum, width) => sum + width + GAP, 0);
  // The first column says what the row is: it alone is wrapped.
  const first = Math.max(12, Math.min(widths[0] ?? 0, WIDTH - rest));
  const line = (cells: readonly string[]): string => {
    const [head = '', ...others] = wrap(cells[0] ?? '', first, '').split('\n');
    const numbers = cells.slice(1).map((cell, index) => cell.padStart(widths[index + 1] ?? 0));
    return [[head.padEnd(first), ...numbers].join(' '.repeat(GAP)).trimEnd(), ...others].join('\n');
  };
  const rule = '-'.repeat(Math.min(WIDTH, first + rest));
  return ['', title, line(columns), rule, ...texts.map(line)].join('\n');
}

/** Three digits where there is a fraction; thousands apart. */
export function printCell(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (cell === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(cell))));
  return cell.toLocaleString('en', {
    maximumFractionDigits: Number.isInteger(cell) ? 0 : Math.min(digits, 8),
  });
}

/** Breaks at blanks; what follows the first line begins with `indent`. */
function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  return [...lines, line].join('\n');
}
