import sharp from 'sharp'
import { transaction } from '#db/client'
import type { QuestionKind } from '#db/enums'
import { formSections, questions } from '#db/schema/forms'
import { newId } from '#lib/ids'
import { zipOf } from '#tests/setup/zip'

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
export const docx = () => zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' })

/** One colour, as a picture of a kind. */
export const picture = (
  kind: 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff' = 'jpeg',
  { width = 60, height = 40, background = '#315c4a' } = {},
): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background } })
    .toFormat(kind)
    .toBuffer()

/** A question of an event that is answered with a file. */
export async function makeFileQuestion(
  eventId: string,
  change: { kind?: QuestionKind; dataClass?: 'logistics' | 'sensitive' } = {},
): Promise<string> {
  const [sectionId, id] = [newId(), newId()]
  await transaction(async (tx) => {
    await tx.insert(formSections).values({ id: sectionId, eventId, stage: 'registration', position: 1 })
    await tx
      .insert(questions)
      .values({ id, eventId, sectionId, position: 1, kind: 'file', dataClass: 'logistics', ...change })
  })
  return id
}
