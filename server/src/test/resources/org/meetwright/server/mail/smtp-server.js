// An SMTP server that insists on STARTTLS and on signing in. Answers 451 to later@ the first time, and 550 to nobody@.
const fs = require('fs');
const { SMTPServer } = require('smtp-server');

const pem = fs.readFileSync(process.argv[2]);
const postponed = new Set();

function refusal(code, words) {
  return Object.assign(new Error(words), { responseCode: code });
}

const server = new SMTPServer({
  key: pem,
  cert: pem,
  logger: false,
  onAuth(auth, session, done) {
    const known = auth.username === 'meet' && auth.password === 'secret';
    done(known ? null : refusal(535, 'Wrong password'), known ? { user: auth.username } : undefined);
  },
  onRcptTo(to, session, done) {
    if (to.address.startsWith('nobody@')) {
      return done(refusal(550, 'No such user'));
    }
    if (to.address.startsWith('later@') && !postponed.has(to.address)) {
      postponed.add(to.address);
      return done(refusal(451, 'Try again later'));
    }
    return done();
  },
  onData(stream, session, done) {
    stream.resume();
    stream.on('end', () => {
      console.log(
        JSON.stringify({
          to: session.envelope.rcptTo.map((each) => each.address),
          secure: session.secure,
          user: session.user,
        }),
      );
      done();
    });
  },
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => console.log('port ' + server.server.address().port));
