package org.meetwright.core.access.signin;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Text;

/// The identity of a host at an OpenID Connect provider. The first time, a host is found by the
/// e-mail address, which the provider must have verified; after that by the provider's own name for
/// the person, whatever the address.
public final class LinkedIdentities {
  private final Database database;
  private final InstantSource clock;

  /// Creates the service.
  public LinkedIdentities(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Who someone is, as a provider says.
  ///
  /// @param issuer the provider
  /// @param subject its name for him, which it never gives to anyone else
  /// @param verifiedEmail null if the provider has verified none
  public record Identity(String issuer, String subject, @Nullable EmailAddress verifiedEmail) {}

  /// Who a host is at a provider.
  ///
  /// @param linkedAt when he first came from there
  public record Linked(String issuer, String subject, Instant linkedAt) {}

  /// Returns who a host is at providers, the oldest first.
  public List<Linked> list(UUID hostId) {
    return database.read(tx -> tx.mapper(LinkedIdentityMapper.class).list(hostId));
  }

  /// Forgets who a host is at a provider. He is found by his e-mail address again when he comes
  /// from there.
  ///
  /// @return whether he was linked
  public boolean end(UUID hostId, String issuer, String subject) {
    return Text.isStorable(issuer + subject)
        && database.inTransaction(
            tx -> tx.mapper(LinkedIdentityMapper.class).delete(hostId, issuer, subject) > 0);
  }

  /// Returns the host that someone is, or would be if he were linked; empty if he is none. Nothing
  /// is linked: a code may still be missing.
  public Optional<Host> look(Identity identity) {
    return database.read(
        tx -> {
          UUID linked =
              tx.mapper(LinkedIdentityMapper.class).find(identity.issuer(), identity.subject());
          EmailAddress email = identity.verifiedEmail();
          HostMapper hosts = tx.mapper(HostMapper.class);
          if (linked != null) {
            return Optional.ofNullable(hosts.find(linked)).filter(Host::active);
          }
          return email == null
              ? Optional.empty()
              : Optional.ofNullable(hosts.findByEmail(email.key())).filter(Host::active);
        });
  }

  /// Returns the host that someone is; empty if he is none. Nobody becomes a host by this.
  public Optional<Host> find(Identity identity) {
    return database.inTransaction(
        tx -> {
          UUID linked =
              tx.mapper(LinkedIdentityMapper.class).find(identity.issuer(), identity.subject());
          return Optional.ofNullable(
                  linked == null ? link(tx, identity) : tx.mapper(HostMapper.class).find(linked))
              .filter(Host::active);
        });
  }

  private @Nullable Host link(Transaction tx, Identity identity) {
    EmailAddress email = identity.verifiedEmail();
    Host host = email == null ? null : tx.mapper(HostMapper.class).findByEmail(email.key());
    LinkedIdentityMapper mapper = tx.mapper(LinkedIdentityMapper.class);
    // Someone else there has his address now: it went to another person.
    if (host == null || !host.active() || mapper.countOf(identity.issuer(), host.id()) > 0) {
      return null;
    }
    mapper.insert(
        identity.issuer(),
        identity.subject(),
        host.id(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
    return host;
  }
}
