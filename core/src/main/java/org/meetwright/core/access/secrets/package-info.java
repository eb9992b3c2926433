/// Encryption of stored secrets: AES-256-GCM with keys from a file outside the database.
@NullMarked
package org.meetwright.core.access.secrets;

import org.jspecify.annotations.NullMarked;
