/** Streams are not read here: the homework's query asks again every 1.5 s instead. */
export const useHomeworkEvents = (
  _id: string,
  _studentId: string | undefined,
  _underWay: boolean,
  _onLive: (live: boolean) => void,
): void => undefined;
