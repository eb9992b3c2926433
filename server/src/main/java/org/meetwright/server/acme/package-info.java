/// The server's certificate, ordered from a certificate authority (ACME, RFC 8555) and renewed.
@NullMarked
package org.meetwright.server.acme;

import org.jspecify.annotations.NullMarked;
