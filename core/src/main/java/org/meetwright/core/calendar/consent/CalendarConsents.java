package org.meetwright.core.calendar.consent;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.access.secrets.SealedPlace;
import org.meetwright.core.access.secrets.Sealer;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.account.CalendarConnections;
import org.meetwright.core.calendar.account.RemoteProviders;
import org.meetwright.core.calendar.consent.ConsentMapper.ConsentRow;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.remote.oauth.AuthorizationServer.Question;
import org.meetwright.core.calendar.remote.oauth.OAuthProvider;
import org.meetwright.core.calendar.token.StoredTokens;
import org.meetwright.core.database.Database;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;

/// Sends hosts to the consent pages of calendar services, and connects their accounts when they
/// come back, on whatever node. What has to be known then is in the database for [#LASTS]; each way
/// is gone once.
public final class CalendarConsents {
  /// How long a host may take.
  public static final Duration LASTS = Duration.ofMinutes(10);

  private final Database database;
  private final Sealer sealer;
  private final RemoteProviders providers;
  private final CalendarConnections connections;
  private final StoredTokens tokens;
  private final InstantSource clock;

  /// Creates the service.
  public CalendarConsents(
      Database database,
      Sealer sealer,
      RemoteProviders providers,
      CalendarConnections connections,
      StoredTokens tokens,
      InstantSource clock) {
    this.database = database;
    this.sealer = sealer;
    this.providers = providers;
    this.connections = connections;
    this.tokens = tokens;
    this.clock = clock;
  }

  /// Whose way it is.
  ///
  /// @param session what is known only where it began, as the secret of a session; it has to come
  ///   back from there
  public record Traveller(UUID hostId, String session) {
    /// Shows no secret.
    @Override
    public String toString() {
      return "Traveller[" + hostId + "]";
    }
  }

  /// Where a host has to go.
  ///
  /// @param page the service's page
  /// @param state what it brings back
  /// @param expiresAt until when he has to be back
  public record Begun(URI page, String state, Instant expiresAt) {
    /// Leaves the state out.
    @Override
    public String toString() {
      return "Begun";
    }
  }

  /// What a service brings back.
  ///
  /// @param code empty if the host did not consent
  /// @param error empty if he did
  public record Answer(String state, String code, String error) {
    /// Leaves the secrets out.
    @Override
    public String toString() {
      return "Answer[" + error + "]";
    }
  }

  /// Returns the services that hosts can connect this way, as far as the admin has set them up.
  public List<ProviderKind> offered() {
    return Arrays.stream(ProviderKind.values()).filter(kind -> provider(kind).isPresent()).toList();
  }

  private Optional<OAuthProvider> provider(ProviderKind kind) {
    return providers
        .find(kind)
        .filter(OAuthProvider.class::isInstance)
        .map(OAuthProvider.class::cast);
  }

  /// Begins a way.
  ///
  /// @param redirect where the service sends the host back to
  /// @param connectionId the account to sign in to again; null for a new one
  /// @return empty if the host has no such account
  /// @throws InvalidValueException (field `kind`) if this server knows no such service, or no
  ///   consent of it
  public Optional<Begun> begin(
      Traveller traveller, ProviderKind kind, URI redirect, @Nullable UUID connectionId) {
    if (connectionId != null
        && connections
            .find(traveller.hostId(), connectionId)
            .filter(one -> one.kind() == kind)
            .isEmpty()) {
      return Optional.empty();
    }
    OAuthProvider provider =
        provider(kind)
            .orElseThrow(
                () ->
                    new InvalidValueException(
                        "kind",
                        "must be a service that an admin has set up here, not "
                            + kind.word()
                            + ": see calendars.google.clientId"));
    String state = Secrets.next();
    String verifier = Secrets.next();
    UUID id = Ids.next();
    Instant expiresAt = now().plus(LASTS);
    ConsentRow row =
        new ConsentRow(
            id,
            traveller.hostId(),
            kind.word(),
            Secrets.hash(state),
            Secrets.hash(traveller.session()),
            sealer.seal(verifier, place(id)),
            redirect.toString(),
            connectionId,
            expiresAt);
    database.inTransaction(
        tx -> {
          ConsentMapper mapper = tx.mapper(ConsentMapper.class);
          mapper.deleteExpired(now());
          mapper.deleteAllButLatest(row.hostId());
          return mapper.insert(row);
        });
    URI page =
        provider.authorizationServer().page(new Question(state, Secrets.hash(verifier), redirect));
    return Optional.of(new Begun(page, state, expiresAt));
  }

  /// Ends a way: connects the account, or signs in to it again. An account that the host has
  /// connected already is signed in to.
  public ConsentOutcome end(Traveller traveller, Answer answer) {
    ConsentRow row = take(traveller, answer.state());
    OAuthProvider provider =
        row == null ? null : provider(ProviderKind.of(row.kind())).orElse(null);
    if (row == null || provider == null) {
      return new ConsentOutcome.Unknown();
    }
    if (answer.code().isEmpty()) {
      return answer.error().isEmpty()
          ? new ConsentOutcome.Unknown()
          : new ConsentOutcome.Declined();
    }
    String verifier = sealer.open(row.verifier(), place(row.id()));
    return new ConsentedAccount(connections, tokens, provider, clock)
        .connect(row, answer.code(), verifier);
  }

  /// Nobody else can go this way any more, whatever comes of it.
  private @Nullable ConsentRow take(Traveller traveller, String state) {
    return database.inTransaction(
        tx -> {
          ConsentMapper mapper = tx.mapper(ConsentMapper.class);
          ConsentRow row = mapper.lock(Secrets.hash(state));
          if (row == null
              || !row.hostId().equals(traveller.hostId())
              || !row.boundTo().equals(Secrets.hash(traveller.session()))) {
            return null;
          }
          mapper.delete(row.id());
          return row.expiresAt().isAfter(now()) ? row : null;
        });
  }

  /// Returns which of a host's accounts have a service's page to sign in on.
  public boolean isOffered(CalendarConnection connection) {
    return provider(connection.kind()).isPresent();
  }

  private static SealedPlace place(UUID id) {
    return new SealedPlace("calendar_consent", id, "verifier");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
