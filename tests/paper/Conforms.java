import java.io.File;
import java.util.*;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.*;

/** Says of each PDF whether it conforms to a profile: `java Conforms ua1 a.pdf b.pdf`. Ends with 1 if one doesn't. */
public class Conforms {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.fromString(arguments[0]);
        boolean all = true;
        for (String path : Arrays.asList(arguments).subList(1, arguments.length)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), flavour)) {
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false);
                ValidationResult result = validator.validate(parser);
                boolean conforms = result.isCompliant();
                all &= conforms;
                System.out.println((conforms ? "conforms" : "FAILS") + " " + flavour + " " + path + " (" + result.getTotalAssertions() + " assertions)");
                Set<String> told = new TreeSet<>();
                for (TestAssertion one : result.getTestAssertions()) {
                    if (one.getStatus() == TestAssertion.Status.FAILED) told.add("  " + one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber() + " " + one.getMessage());
                }
                told.forEach(System.out::println);
            }
        }
        System.exit(all ? 0 : 1);
    }
}
