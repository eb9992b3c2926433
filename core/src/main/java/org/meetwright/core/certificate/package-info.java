/// The certificates that servers have from a certificate authority, for all servers of a database.
@NullMarked
package org.meetwright.core.certificate;

import org.jspecify.annotations.NullMarked;
