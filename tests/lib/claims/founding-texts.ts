/** The situation of the founding report, told anew with the same turns of phrase. */
export const kazakh = `Наразылық шарасы үшін он күнге қамалған алматылық Асхат Жексебаев 31 қазанда түстен кейін сағат 16.00 шамасында бостандыққа шықты
Оны он шақты белсенді күтіп тұрған
- Бірер күн бұрын сол акция үшін отырған Ноян, Айдос есімді жігіттер босап шыққан
Дүйсенбі, 4 қарашада тағы бес жігіт босап шығуы тиіс, - деді ол тілшіге
Жексебаев атаған бес жігітті 26 қазан күнгі митинг қарсаңында полиция ұстаған
Құқық қорғаушылар олардың кейбірі таяқ жегенін айтқан
Жексебаевтың пикеті 4 қазанда басталды
Ол 16 қазанда да акцияға қатысқан
22 қазанда Алматы қаласының мамандандырылған ауданаралық әкімшілік соты Жексебаев пен тағы екі белсендіні жазаға тартты.
"Қазақстанның демократиялық таңдауы" қозғалысының митингісі 26 қазанға белгіленген еді.
26 қазанда Алматы, Нұр-Сұлтан, Ақтөбе және Шымкентте полиция ондаған адамды ұстады
ІІМ екі қалада 26 адам ұсталғанын хабарлады
Кейбір құқық қорғаушылар әлдеқайда көп адам ұсталғанын жеткізді`;

export const russian = `Активист из Алматы Асхат Жексебаев, арестованный на десять суток, вышел на свободу 31 октября около 16:00. Его встретили около десяти активистов.
День-два назад освободили парней по имени Ноян и Айдос. «В понедельник, 4 ноября, на свободу должны выйти ещё пятеро парней», — сказал он.
Пикет Жексебаева начался 4 октября, 16 октября он был на акции. 22 октября специализированный межрайонный административный суд Алматы признал виновными его и ещё двух активистов.
26 октября в Алматы, Нур-Султане, Актобе и Шымкенте полиция задержала десятки человек. В МВД сообщили о 26 задержанных. Правозащитники утверждают, что задержанных гораздо больше.
Движение «Демократический выбор Казахстана» назначило митинг на 26 октября.`;

export const english = `Askhat Zheksebayev, an activist jailed for ten days, walked free in Almaty at about 4 p.m. on 31 October. About ten activists met him.
A day or two earlier two men named Noyan and Aidos were released. "On Monday, 4 November, five more men should be freed," he said.
Zheksebayev's picket began on 4 October, and on 16 October he joined a rally. On 22 October the Specialised Inter-district Administrative Court of Almaty penalised him and two other activists.
On 26 October police detained dozens of people in Almaty, Nur-Sultan, Aktobe and Shymkent. The Ministry of Internal Affairs said 26 people were detained. According to rights defenders, far more people were held.
The "Democratic Choice of Kazakhstan" movement had called the rally.`;
