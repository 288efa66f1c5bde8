/** How many runs a property gets: as many as are usual in `npm test`, or what `npm run bench:soak` asks for. */
export const runs = (usual: number): number => Number(process.env.TONGHOP_SOAK ?? usual);
