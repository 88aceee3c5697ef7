/** Tells whether a process of this machine is alive. Its id can belong to another process by now. */
export declare function isAlive(pid: number): boolean;
