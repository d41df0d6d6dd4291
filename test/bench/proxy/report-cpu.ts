/** Loaded into a measured server before anything else: it answers the bench's questions and is otherwise not there. */
process.on('message', (question) =>
  process.send?.(question === 'memory' ? process.memoryUsage.rss() : process.cpuUsage()),
);
// A bench that was killed must not leave its servers running.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// The channel alone must not keep a server alive that wants to end.
process.channel?.unref();
