// Prints the one-time code of the moment for a secret, for whoever has no authenticator app at hand.
import { generate } from 'otplib';

const [secret] = process.argv.slice(2);
if (!secret) {
  console.error('npm run code -- <secret>');
  process.exit(1);
}
console.log(await generate({ secret }));
