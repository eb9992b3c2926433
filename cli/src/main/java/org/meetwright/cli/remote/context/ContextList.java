package org.meetwright.cli.remote.context;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All contexts, as they are kept.
///
/// @param current the name of the one in which commands work that name none; null for the database
@JsonIgnoreProperties(ignoreUnknown = true)
public record ContextList(@Nullable String current, List<Context> contexts) {
  /// Nobody has signed in yet.
  public static final ContextList NONE = new ContextList(null, List.of());

  /// Creates the list.
  public ContextList {
    contexts = List.copyOf(Objects.requireNonNullElse(contexts, List.of()));
  }

  /// Returns the one of a name.
  public Optional<Context> find(String name) {
    return contexts.stream().filter(context -> context.name().equals(name)).findFirst();
  }

  /// Returns the one in which commands work that name none; empty for the database.
  public Optional<Context> ofCurrent() {
    return Optional.ofNullable(current).flatMap(this::find);
  }

  /// Returns those at a server, the current one first.
  public List<Context> at(URI server) {
    return Stream.concat(ofCurrent().stream(), contexts.stream())
        .filter(context -> context.server().equals(server))
        .distinct()
        .toList();
  }

  /// Returns the list with a context, in place of one with its name, as the current one.
  public ContextList with(Context added) {
    return new ContextList(
        added.name(),
        Stream.concat(without(added.name()).contexts.stream(), Stream.of(added)).toList());
  }

  /// Returns the list without a context. After the current one comes the database.
  public ContextList without(String name) {
    return new ContextList(
        name.equals(current) ? null : current,
        contexts.stream().filter(context -> !context.name().equals(name)).toList());
  }

  /// Returns the list with another current one; null for the database.
  public ContextList using(@Nullable String name) {
    return new ContextList(name, contexts);
  }
}
