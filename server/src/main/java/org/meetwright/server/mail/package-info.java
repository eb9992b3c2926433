/// Turns booking notices of the outbox into mail and sends it.
@NullMarked
package org.meetwright.server.mail;

import org.jspecify.annotations.NullMarked;
