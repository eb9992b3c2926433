/// How a host gets in: sessions, API tokens, his password and his second factor.
@NullMarked
package org.meetwright.server.api.access;

import org.jspecify.annotations.NullMarked;
