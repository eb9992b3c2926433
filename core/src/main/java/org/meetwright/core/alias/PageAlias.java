package org.meetwright.core.alias;

import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.Handle;

/// An old path, and the page to which it leads.
///
/// @param path without the slash at its beginning
/// @param handle of a host or team
/// @param slug of an event type; null for the page of the host or team
public record PageAlias(String path, Handle handle, @Nullable String slug) {
  /// Returns the path to which it leads, without the slash at its beginning.
  public String target() {
    return slug == null ? handle.value() : handle + "/" + slug;
  }
}
