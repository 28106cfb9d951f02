/** One paper as it is laid out, in one language, before it becomes a file. */
export interface Page {
  readonly title: string;
  readonly number: string;
  readonly language: 'zh' | 'en';
  readonly blocks: readonly Block[];
  /** Whose paper it is, and its day, at the end on the right. */
  readonly signature: readonly [organ: string, day: string];
  /** `第{page}页 共{pages}页` */
  readonly footer: string;
  /** The day of the paper, as a file says when it was made: the same paper is the same bytes whenever it is asked for. */
  readonly madeAt: Date;
}

export type Block =
  | { readonly kind: 'address' | 'paragraph' | 'heading' | 'note'; readonly text: string }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
