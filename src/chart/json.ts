/** What a specification for another library is made of: plain JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
