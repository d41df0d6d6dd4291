/** Loaded into a measured server before anything else: it answers the bench's question and is otherwise not there. */
process.on('message', () => process.send?.(process.cpuUsage()));
// The channel alone must not keep a server alive that wants to end.
process.channel?.unref();
