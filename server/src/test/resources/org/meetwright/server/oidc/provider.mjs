// An OpenID Connect provider that signs in whomever the test names, without asking. It begins when
// the test has said where to send people back: GET /test/begin?back=URL. GET /test/who?sub=&email=&verified=
import http from 'node:http';
import Provider from 'oidc-provider';

let provider;
let who = {};
const people = {};

async function interact(request, response) {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  let result;
  if (prompt.name === 'login') {
    result = { login: { accountId: who.sub } };
  } else {
    const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
    grant.addOIDCScope('openid email');
    result = { consent: { grantId: await grant.save() } };
  }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
}

const server = http.createServer(async (request, response) => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const url = new URL(request.url, issuer);
  if (url.pathname === '/test/begin') {
    provider = new Provider(issuer, {
      clients: [{
        client_id: 'meet',
        client_secret: 'secret of the test: 1+1',
        redirect_uris: [url.searchParams.get('back')],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      }],
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      features: { devInteractions: { enabled: false } },
      findAccount: (context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
      interactions: { url: (context, interaction) => `/interaction/${interaction.uid}` },
      pkce: { required: () => true },
    });
    response.end();
  } else if (url.pathname === '/test/who') {
    who = Object.fromEntries(url.searchParams);
    people[who.sub] = { email: who.email, email_verified: who.verified === 'true' };
    response.end();
  } else if (url.pathname.startsWith('/interaction/')) {
    await interact(request, response);
  } else {
    provider.callback()(request, response);
  }
});
server.listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`));
