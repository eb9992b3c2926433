package org.meetwright.server.api.model.branding;

import org.jspecify.annotations.Nullable;

/// A change of the colour.
///
/// @param color `#rrggbb`; null for the usual one
public record BrandingRequest(@Nullable String color) {}
