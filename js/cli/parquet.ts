// Rows as Parquet. The writer is loaded only when it is asked for.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { SchemaElement } from 'hyparquet-writer';
import type { Column } from '../types/export.js';

/** What is held in memory before it is written as a row group: rows, or characters of them. */
const GROUP = 20_000;
const CHARACTERS = 8_000_000;

/** Writes tables of NDJSON, one behind the other, as one Parquet file. */
export async function writeParquet(path: string, parts: readonly string[], columns: readonly Column[]): Promise<void> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const file = await open(path, 'w');
  try {
    const bytes = new ByteWriter();
    const flush = async () => {
      await file.write(bytes.getBytes());
      bytes.index = 0;
    };
    const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(columns), createdBy: 'banmian' });
    let rows: Record<string, unknown>[] = [];
    let characters = 0;
    const group = async () => {
      const columnData = columns.map(({ name }) => ({ name, data: rows.map((row) => row[name]) }));
      await writer.write({ columnData, rowGroupSize: GROUP });
      await flush();
      rows = [];
      characters = 0;
    };
    for (const part of parts) {
      for await (const line of createInterface({ input: createReadStream(part, 'utf8') })) {
        rows.push(JSON.parse(line) as Record<string, unknown>);
        characters += line.length;
        if (rows.length === GROUP || characters > CHARACTERS) await group();
      }
    }
    if (rows.length > 0) await group();
    await writer.finish();
    await flush();
  } finally {
    await file.close();
  }
}

function schemaOf(columns: readonly Column[]): SchemaElement[] {
  const schema: SchemaElement[] = [{ name: 'root', num_children: columns.length }];
  for (const { name, type } of columns) {
    const element = (more: Partial<SchemaElement>) =>
      schema.push({ name, repetition_type: 'OPTIONAL', ...more } as SchemaElement);
    switch (type) {
      case 'text':
        element({ type: 'BYTE_ARRAY', converted_type: 'UTF8' });
        break;
      case 'integer':
        element({ type: 'INT32' });
        break;
      case 'number':
        element({ type: 'DOUBLE' });
        break;
      case 'boolean':
        element({ type: 'BOOLEAN' });
        break;
      case 'list':
        element({ converted_type: 'LIST', num_children: 1 });
        element({ name: 'list', repetition_type: 'REPEATED', num_children: 1 });
        element({ name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8' });
    }
  }
  return schema;
}
