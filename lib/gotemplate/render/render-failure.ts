/** Why a template cannot be rendered any further. Caught by `renderTemplate`, which adds the place. */
export class RenderFailure extends Error {
  override readonly name = 'RenderFailure';
}
