package org.meetwright.server.acme;

import java.net.URI;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.meetwright.core.certificate.IssuedCertificate;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.settings.AcmeSettings;
import org.shredzone.acme4j.Account;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Http01Challenge;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeLazyLoadingException;
import org.shredzone.acme4j.exception.AcmeProtocolException;

/// Orders a certificate: finds or makes the account, has the authority see that the name is ours
/// (challenge `http-01`), and fetches the certificate for a new key.
///
/// @param settings where, and for which name
/// @param answer is told the token that the authority will ask for, and what to answer
record CertificateOrder(AcmeSettings settings, BiConsumer<String, String> answer) {
  private static final Logger LOG = Logger.getLogger(CertificateOrder.class.getName());
  private static final Duration NETWORK = Duration.ofSeconds(20);

  /// How long the authority may take for a step.
  private static final Duration STEP = Duration.ofMinutes(2);

  /// Orders.
  ///
  /// @param account the key of the account at the authority
  /// @throws OrderFailedException if there is none
  /// @throws InterruptedException if the thread is interrupted
  IssuedCertificate place(String domain, KeyPair account)
      throws OrderFailedException, InterruptedException {
    URI directory = settings.directory();
    try {
      Session session = new Session(directory, new AcmeConnection(settings.authority()));
      session.networkSettings().setTimeout(NETWORK);
      return place(domain, account(session, account));
    } catch (AcmeLazyLoadingException lazy) {
      throw OrderRefusal.of(directory, lazy.getCause());
    } catch (AcmeException | AcmeProtocolException | IllegalArgumentException refused) {
      throw OrderRefusal.of(directory, refused);
    }
  }

  private Account account(Session session, KeyPair keys) throws AcmeException {
    session
        .getMetadata()
        .getTermsOfService()
        .ifPresent(
            terms ->
                LOG.log(
                    Level.INFO,
                    "A certificate is ordered from {0}; its terms of service, to which you agree by"
                        + " that: {1}",
                    new Object[] {settings.directory(), terms}));
    AccountBuilder builder = new AccountBuilder().useKeyPair(keys).agreeToTermsOfService();
    EmailAddress email = settings.email();
    if (email != null) {
      builder.addEmail(email.value());
    }
    return builder.create(session);
  }

  private IssuedCertificate place(String domain, Account account)
      throws AcmeException, OrderFailedException, InterruptedException {
    Order order = account.newOrder().domain(domain).create();
    for (Authorization authorization : order.getAuthorizations()) {
      authorize(domain, authorization);
    }
    order.waitUntilReady(STEP);
    KeyPair keys = KeyText.newKeys();
    order.execute(Drafts.request(domain, keys));
    if (order.waitForCompletion(STEP) != Status.VALID) {
      throw OrderRefusal.notDone("The order", order.getStatus(), order.getError());
    }
    List<X509Certificate> chain = order.getCertificate().getCertificateChain();
    X509Certificate own = chain.getFirst();
    String text = chain.stream().map(CertificateOrder::text).collect(Collectors.joining());
    return new IssuedCertificate(
        text,
        KeyText.ofPrivate(keys),
        own.getNotBefore().toInstant(),
        own.getNotAfter().toInstant());
  }

  private void authorize(String domain, Authorization authorization)
      throws AcmeException, OrderFailedException, InterruptedException {
    if (authorization.getStatus() == Status.VALID) {
      return;
    }
    Http01Challenge challenge =
        authorization
            .findChallenge(Http01Challenge.class)
            .orElseThrow(
                () ->
                    new OrderFailedException(
                        "The authority does not offer the challenge http-01 for " + domain + ".",
                        null,
                        null));
    answer.accept(challenge.getToken(), challenge.getAuthorization());
    challenge.trigger();
    if (authorization.waitForCompletion(STEP) != Status.VALID) {
      challenge.fetch();
      throw OrderRefusal.notDone(
          "The authority did not see that "
              + domain
              + " is this server. Check that its DNS leads here, and that port 80 of this server"
              + " can be reached from the internet. The check",
          authorization.getStatus(),
          challenge.getError());
    }
  }

  private static String text(X509Certificate certificate) {
    try {
      return KeyText.block(KeyText.CERTIFICATE, certificate.getEncoded());
    } catch (CertificateEncodingException parsedBefore) {
      throw new IllegalStateException(parsedBefore);
    }
  }
}
