// Google's OAuth of npm's emulate, on a free port of loopback alone: by itself it listens everywhere.
import net from 'node:net';
import { pathToFileURL } from 'node:url';

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...args) {
  const given = typeof args[0] === 'object' ? args[0] : { port: args[0] };
  const then = args.filter((one) => typeof one === 'function');
  return listen.call(this, { ...given, host: '127.0.0.1' }, ...then);
};
const free = await new Promise((found) => {
  const server = net.createServer();
  server.listen(0, () => { const { port } = server.address(); server.close(() => found(port)); });
});
const { createEmulator } = await import(pathToFileURL(process.argv[2]));
await createEmulator({
  service: 'google',
  port: free,
  seed: { google: {
    users: [{ email: 'ada@gmail.example', name: 'Ada' }],
    oauth_clients: [{ client_id: 'meet.apps.example', client_secret: 'g00gle', name: 'Meetwright',
      redirect_uris: ['http://127.0.0.1:9/back'] }],
    calendars: [{ id: 'primary', user_email: 'ada@gmail.example', summary: 'Ada', primary: true }],
  } },
});
console.log('port ' + free);
