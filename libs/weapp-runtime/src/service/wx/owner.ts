/** A page or a component: what a query or an observer searches in. */
export interface Owner {
  webviewId: number;
  nodeId: string;
}

let find: () => Owner | undefined = () => undefined;

/** The router knows the page on top; handed in because it also uses pages, which use queries. */
export const setTopOwner = (given: typeof find): void => {
  find = given;
};

export const topOwner = (): Owner | undefined => find();
