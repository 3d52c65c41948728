/** What `ws.send(data, options)` takes, and what a queue before it has to know. */

/** Which message waits for which, where a reader is slower than the events. */
export type WebSocketPriority = 'low' | 'normal' | 'high';

export type WebSocketMessage = {
  data: string | Buffer;
  options: {
    /** Whether it is a binary frame. */
    binary: boolean;
    /** Whether the socket may deflate it: not what is compressed already. */
    compress: boolean;
  };
  /** Of `data` in UTF-8: sum these up, as `bufferedAmount` says too little where the socket compresses. */
  byteLength: number;
  priority: WebSocketPriority;
  /** A waiting message with the same key can be replaced by this one. Begins with the tenant. */
  coalesceKey?: string;
  /** Whether a reader that is behind can do without it. */
  droppable: boolean;
};
