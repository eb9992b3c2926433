/// Sessions, tokens, passwords and second factors, as the API tells and reads them.
@NullMarked
package org.meetwright.server.api.model.access;

import org.jspecify.annotations.NullMarked;
