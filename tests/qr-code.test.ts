import decodeQR from 'qr/decode.js'
import { isValidElement, type ReactElement } from 'react'
import { expect, test } from 'vitest'
import { QrCode } from '#components/ui/qr-code'

type Svg = ReactElement<{ viewBox: string; children: ReactElement<{ d?: string }>[] }>

test('what is drawn is what a scanner reads, with the quiet zone around it', () => {
  for (const text of ['K7M2QX', 'https://example.org/verify/ABCDEFGH', 'Гүлнара']) {
    const svg = QrCode({ text, label: 'Code' }) as Svg
    expect(isValidElement(svg)).toBe(true)
    const size = Number(svg.props.viewBox.split(' ')[2])
    expect(decodeQR(painted(size, svg.props.children[1]?.props.d ?? ''))).toBe(text)
  }
})

/** The path as a picture, eight dots a module. */
function painted(size: number, path: string) {
  const scale = 8
  const [width, height] = [size * scale, size * scale]
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (const [, x = '', y = '', run = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let dy = 0; dy < scale; dy++)
      for (let dx = 0; dx < Number(run) * scale; dx++)
        data.fill(
          0,
          ((Number(y) * scale + dy) * width + Number(x) * scale + dx) * 4,
          ((Number(y) * scale + dy) * width + Number(x) * scale + dx) * 4 + 3,
        )
  return { width, height, data }
}
