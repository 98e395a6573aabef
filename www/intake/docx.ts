/** The text of a Word document, a blank line between paragraphs. */
export async function textOfDocx(arrayBuffer: ArrayBuffer): Promise<string> {
  const { default: mammoth } = await import('mammoth/mammoth.browser.js');
  const { value } = await mammoth.extractRawText({ arrayBuffer });
  return value.trim();
}
