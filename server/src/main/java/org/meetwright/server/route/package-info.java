/// Routes, which declare their audience, their cost and the secrets in their path where they are
/// registered.
@NullMarked
package org.meetwright.server.route;

import org.jspecify.annotations.NullMarked;
