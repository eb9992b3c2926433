package org.meetwright.core.calendar.account;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.remote.RemoteProvider;
import org.meetwright.core.value.InvalidValueException;

/// The calendar services that this program can speak to.
public final class RemoteProviders {
  /// None at all.
  public static final RemoteProviders NONE = new RemoteProviders(List.of());

  private final Map<ProviderKind, RemoteProvider> providers;

  /// Takes the providers, one of a kind.
  public RemoteProviders(Collection<RemoteProvider> providers) {
    this.providers = providers.stream().collect(toMap(RemoteProvider::kind, Function.identity()));
  }

  /// Returns the provider of a kind; empty if this program has none.
  public Optional<RemoteProvider> find(ProviderKind kind) {
    return Optional.ofNullable(providers.get(kind));
  }

  /// Returns the provider of a kind.
  ///
  /// @throws InvalidValueException (field `kind`) if this program has none
  public RemoteProvider of(ProviderKind kind) {
    RemoteProvider provider = providers.get(kind);
    if (provider == null) {
      String known =
          providers.keySet().stream()
              .map(ProviderKind::word)
              .sorted()
              .collect(Collectors.joining(", "));
      throw new InvalidValueException(
          "kind", "must be one of those that this server has: [" + known + "], not " + kind.word());
    }
    return provider;
  }
}
