package pavilion.web;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;

/** Who is counted as one where nobody is signed in. */
final class ClientAddress {
    /** An IPv6 provider gives each customer a network of that many bytes to choose addresses from (RFC 6177). */
    private static final int NETWORK = 8;

    private ClientAddress() {}

    /**
     * An IPv4 address is itself, also where it is written as IPv6 (RFC 4291 2.5.5.2); an IPv6 address is its /64, since whoever has
     * one of them has all. What is no address is itself.
     */
    static String group(String address) {
        String plain = address.replaceFirst("%.*", "").replaceAll("[\\[\\]]", "");
        if (!plain.contains(":")) {
            return address;
        }
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(plain);
        if (bytes == null) {
            return address;
        }
        if (bytes.length == 16 && mapped(bytes)) {
            return NetUtil.bytesToIpAddress(Arrays.copyOfRange(bytes, 12, 16));
        }
        return HexFormat.of().formatHex(bytes, 0, Math.min(NETWORK, bytes.length)) + "/64";
    }

    private static boolean mapped(byte[] bytes) {
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == -1 && bytes[11] == -1;
    }
}
