package pavilion.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2001:db8:1:2::1",
                "2001:db8:1:2:ffff:ffff:ffff:ffff",
                "2001:0DB8:1:2::9%eth0",
                "[2001:db8:1:2::3]"
            })
    void oneNetworkOfIpv6IsOne(String address) {
        assertEquals("20010db800010002/64", ClientAddress.group(address));
    }

    @Test
    void theNextNetworkIsAnother() {
        assertNotEquals(ClientAddress.group("2001:db8:1:2::1"), ClientAddress.group("2001:db8:1:3::1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "::ffff:192.0.2.7", "::ffff:c000:207"})
    void anIpv4AddressIsItselfHoweverItIsWritten(String address) {
        assertEquals("192.0.2.7", ClientAddress.group(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "a:b", "host:8080"})
    void whatIsNoAddressIsItself(String address) {
        assertEquals(address, ClientAddress.group(address));
    }
}
