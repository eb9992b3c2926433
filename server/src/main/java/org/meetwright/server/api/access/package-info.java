/// Sessions, API tokens, and a host's password and second factor.
@NullMarked
package org.meetwright.server.api.access;

import org.jspecify.annotations.NullMarked;
