/// Turns a host's colour into readable colours for pages and mails, and serves them with the logo.
@NullMarked
package org.meetwright.server.brand;

import org.jspecify.annotations.NullMarked;
