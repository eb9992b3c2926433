/// The hosts' desktop app. It always speaks the HTTP API: to the server that it embeds, or to a
/// remote one.
@NullMarked
package org.meetwright.desktop;

import org.jspecify.annotations.NullMarked;
